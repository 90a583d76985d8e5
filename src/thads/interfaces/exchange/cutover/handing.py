"""Old books on the disk of the machine: one workbook, or all of a folder, in the order of their names."""

from collections.abc import Sequence
from pathlib import Path

from thads.interfaces.exchange.cutover.reading import OldFile
from thads.interfaces.exchange.local_files import check_is_file
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

MOST_FILES = 500

register_sentences(
    {
        "cutover.folder_empty": "Thư mục {path} không có sổ tính .xlsx nào.",
        "cutover.too_many_files": "Thư mục {path} có {found} sổ tính, quá mức {most}; hãy chuyển làm nhiều "
        "đợt.",
    }
)


def files_at(path: Path) -> Sequence[OldFile]:
    """Return the workbook at a path, or those of a folder; refuses what cannot be read, and an empty folder.

    What Excel leaves beside an open file (`~$…`) is passed over.
    """
    if not path.is_dir():
        check_is_file(path)
        return [OldFile(path.name, path.read_bytes())]
    found = sorted(one for one in path.iterdir() if _is_workbook(one))
    if not found:
        raise Refusal("cutover.folder_empty", path=path)
    if len(found) > MOST_FILES:
        raise Refusal("cutover.too_many_files", path=path, found=len(found), most=MOST_FILES)
    for one in found:
        check_is_file(one)
    return [OldFile(one.name, one.read_bytes()) for one in found]


def _is_workbook(path: Path) -> bool:
    is_hidden = path.name.startswith(("~$", "."))
    return path.suffix.lower() in {".xlsx", ".xlsm", ".xls"} and not is_hidden
