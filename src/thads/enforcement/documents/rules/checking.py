"""What is wrong with a master: fields nobody fills, fields that must not be missing, controls that do not
close; each fault with its place, so that an officer finds it in his word processor.

The words of a master are parsed, never run: only fields, filters, conditions and loops are allowed.
"""

from collections.abc import Iterator, Mapping

from jinja2 import TemplateSyntaxError, nodes

from thads.enforcement.documents.rules.fields import FieldKind, PaperField
from thads.enforcement.documents.rules.masters import Master
from thads.enforcement.documents.rules.papers import PaperKind
from thads.enforcement.documents.rules.rendering import FILTER_MEANINGS, environment
from thads.kernel.refusals import Problem
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "documents.use_unknown": "Trường “{field}” không có trong loại văn bản này ({where}: “{around}”); "
        "hãy dùng một trường trong bảng trường của mẫu.",
        "documents.use_unreadable": "Ký hiệu điền không đọc được ({where}: “{around}”): {reason}; hãy xem "
        "lại các dấu ngoặc và từ khóa if, for, endif, endfor.",
        "documents.use_not_allowed": "Mẫu chỉ được dùng trường, bộ lọc, điều kiện if và lặp for; "
        "“{found}” không được dùng ({where}: “{around}”).",
        "documents.use_not_rows": "“{field}” không phải là danh sách nên không lặp được bằng for "
        "({where}: “{around}”).",
        "documents.field_dropped": "Mẫu thiếu trường bắt buộc “{meaning}”: hãy thêm {{{{ {field} }}}} vào "
        "chỗ thích hợp.",
        "documents.basis_dropped": "Mẫu thiếu phần căn cứ ban hành văn bản (các dòng “Căn cứ …”); hãy giữ "
        "lại.",
    }
)

Columns = Mapping[str, PaperField]

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Name, nodes.Getattr,
    nodes.Filter, nodes.Test, nodes.Const, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
    nodes.CondExpr, nodes.Concat, nodes.Add, nodes.Sub,
)  # fmt: skip
_LOOP = frozenset({"index", "index0", "first", "last", "length"})
_FILTERS = frozenset(FILTER_MEANINGS) | {"length", "join", "default", "e"}
_TESTS = frozenset({"defined", "undefined", "none"})
_AROUND = 60


def faults_of(master: Master, kind: PaperKind, *, needs_basis: bool = False) -> tuple[Problem, ...]:
    """Return what is wrong with a master of the kind, in the order of its places; nothing when it is fit."""
    return _Check(master, kind).faults(needs_basis=needs_basis)


class _Check:
    """One reading of a master; each line of the joined template is one line of the master."""

    def __init__(self, master: Master, kind: PaperKind) -> None:
        self.master = master
        self.kind = kind
        self.fields = {field.name: field for field in kind.all_fields}
        self.used: set[str] = set()
        self.found: list[Problem] = []

    def faults(self, *, needs_basis: bool) -> tuple[Problem, ...]:
        template = "\n".join(line.text.replace("\n", " ") for line in self.master.lines)
        try:
            tree = environment(escaped=False).parse(template)
        except TemplateSyntaxError as fault:
            self._add("documents.use_unreadable", fault.lineno, reason=fault.message or "")
            return tuple(self.found)
        self._walk(tree, {})
        self._missing(needs_basis=needs_basis)
        return tuple(self.found)

    def _walk(self, node: nodes.Node, scope: Mapping[str, Columns]) -> None:
        """Visit a node; `scope` holds what the loops around it call their rows."""
        if not isinstance(node, _ALLOWED) or (isinstance(node, nodes.For) and node.recursive):
            self._add("documents.use_not_allowed", node.lineno, found=type(node).__name__)
            return
        if isinstance(node, nodes.For):
            self._loop(node, scope)
            return
        if isinstance(node, nodes.Getattr):
            self._column(node, scope)
            return
        self._named(node, scope)
        for child in node.iter_child_nodes():
            self._walk(child, scope)

    def _named(self, node: nodes.Node, scope: Mapping[str, Columns]) -> None:
        if isinstance(node, nodes.Name):
            self._field(node, scope)
        if isinstance(node, nodes.Filter) and node.name not in _FILTERS:
            self._add("documents.use_not_allowed", node.lineno, found=f"|{node.name}")
        if isinstance(node, nodes.Test) and node.name not in _TESTS:
            self._add("documents.use_not_allowed", node.lineno, found=f"is {node.name}")

    def _field(self, node: nodes.Name, scope: Mapping[str, Columns]) -> None:
        if node.name in self.fields:
            self.used.add(node.name)
        elif node.name not in scope:
            self._add("documents.use_unknown", node.lineno, field=node.name)

    def _loop(self, node: nodes.For, scope: Mapping[str, Columns]) -> None:
        rows, target = node.iter, node.target
        if not isinstance(rows, nodes.Name) or not isinstance(target, nodes.Name):
            self._add("documents.use_not_allowed", node.lineno, found="for")
            return
        field = self.fields.get(rows.name)
        if field is None or field.kind is not FieldKind.ROWS:
            code = "documents.use_unknown" if field is None else "documents.use_not_rows"
            self._add(code, node.lineno, field=rows.name)
            return
        self.used.add(rows.name)
        inside = {**scope, target.name: {one.name: one for one in field.columns}}
        for child in _inside(node):
            self._walk(child, inside)

    def _column(self, node: nodes.Getattr, scope: Mapping[str, Columns]) -> None:
        owner = node.node.name if isinstance(node.node, nodes.Name) else ""
        known = _LOOP if owner == "loop" and scope else frozenset(scope.get(owner, ()))
        if node.attr not in known:
            self._add("documents.use_unknown", node.lineno, field=f"{owner}.{node.attr}")

    def _missing(self, *, needs_basis: bool) -> None:
        for name in self.kind.kept:
            if name not in self.used:
                meaning = self.fields[name].meaning
                self.found.append(
                    Problem("documents.field_dropped", details={"field": name, "meaning": meaning})
                )
        if needs_basis and not self.master.has_basis:
            self.found.append(Problem("documents.basis_dropped", basis="N30 Đ8"))

    def _add(self, code: str, lineno: int, **details: object) -> None:
        line = self.master.lines[min(max(lineno, 1), len(self.master.lines)) - 1]
        where = f"{self.master.unit} {line.place}"
        around = line.text if len(line.text) <= _AROUND else f"{line.text[:_AROUND]}…"
        told = {**details, "where": where, "around": around}
        problem = Problem(code, where=where, details=told)
        if problem not in self.found:
            self.found.append(problem)


def _inside(node: nodes.For) -> Iterator[nodes.Node]:
    yield from node.body
    yield from node.else_
    if node.test is not None:
        yield node.test
