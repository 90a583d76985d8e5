"""A paper on screen: its lines gathered into what is drawn together, a heading, a table, the foot."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from thads.enforcement.documents.rules.masters import LineKind
from thads.enforcement.documents.rules.rendering import PaperLine, signer


@dataclass(slots=True)
class Block:
    """What a template draws at once; `kind` is the kind of its first line."""

    kind: LineKind
    cells: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    signature: tuple[str, ...] = ()
    subject: str = ""

    @property
    def text(self) -> str:
        return self.cells[0]

    @property
    def article(self) -> tuple[str, str]:
        """An article's number and the rest of it."""
        number, dot, rest = self.text.partition(".")
        return f"{number}{dot}", rest

    @property
    def signers(self) -> list[tuple[str, str]]:
        """In what capacity each signs, and his name."""
        return [signer(cell) for cell in self.cells]


def blocks_of(lines: Sequence[PaperLine]) -> list[Block]:
    """Return the lines of a paper as blocks in their order."""
    blocks: list[Block] = []
    for line in lines:
        if not (blocks and _taken_in(blocks[-1], line)):
            block = Block(line.kind, line.cells)
            block.signature = line.cells if line.kind is LineKind.SIGNATURE else ()
            blocks.append(block)
    return blocks


def _taken_in(block: Block, line: PaperLine) -> bool:
    match (block.kind, line.kind):
        case (LineKind.ROW_HEAD, LineKind.ROW):
            block.rows.append(line.cells)
        case (LineKind.RECIPIENTS, LineKind.RECIPIENT):
            block.recipients.append(line.text)
        case (LineKind.RECIPIENTS, LineKind.SIGNATURE) if not block.signature:
            block.signature = line.cells
        case (LineKind.HEAD, LineKind.ABOUT):
            block.subject = line.text
        case _:
            return False
    return True
