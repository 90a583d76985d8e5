"""Spans on disk: append-only Parquet segments, and a manifest that says how far of which ledger they reach.

A later segment wins for the cases it holds. Files are written under another name and renamed, and the
manifest is changed under a lock, so that a server and a command may work at once.
"""

import fcntl
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

SCHEMA_VERSION = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a ledger: the position of an entry and what that entry is, to recognise it again."""

    position: int
    entry: str


@dataclass(frozen=True, slots=True)
class Segment:
    """Two files with the spans of some cases, complete up to a place in the ledger."""

    cases: str
    lines: str
    position: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """Which segments there are, in order; from which ledger; up to where; the newest knowledge in them."""

    ledger: str
    reached: Mark
    newest_known: int
    segments: tuple[Segment, ...]


class SegmentFolder:
    """The folder of one ledger's segments."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def _manifest_path(self) -> Path:
        return self.folder / "manifest.json"

    def manifest(self) -> Manifest | None:
        """Return the manifest, or nothing when there is none that this program can read."""
        try:
            written = json.loads(self._manifest_path.read_text(encoding="utf-8"))
            if written.pop("schema") != SCHEMA_VERSION:
                return None
            return Manifest(
                ledger=written["ledger"],
                reached=Mark(**written["reached"]),
                newest_known=written["newest_known"],
                segments=tuple(Segment(**segment) for segment in written["segments"]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def read(self, segment: Segment) -> tuple[pa.Table, pa.Table]:
        """Return the case spans and the obligation spans of a segment."""
        return pq.read_table(self.folder / segment.cases), pq.read_table(self.folder / segment.lines)

    def write(self, cases: pa.Table, lines: pa.Table, *, position: int) -> Segment:
        """Write one segment and return its name; it counts only once the manifest names it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        stem = f"{position:012d}-{os.getpid()}-{len(list(self.folder.glob('*.parquet'))):04d}"
        segment = Segment(f"{stem}-cases.parquet", f"{stem}-lines.parquet", position)
        for name, table in ((segment.cases, cases), (segment.lines, lines)):
            unfinished = self.folder / f"{name}.unfinished"
            pq.write_table(table, unfinished, compression="zstd")
            unfinished.rename(self.folder / name)
        return segment

    def publish(self, manifest: Manifest) -> None:
        """Make the manifest the valid one and remove files that it no longer names."""
        unfinished = self._manifest_path.with_suffix(f".{os.getpid()}.unfinished")
        unfinished.write_text(
            json.dumps({"schema": SCHEMA_VERSION, **asdict(manifest)}, indent=1), encoding="utf-8"
        )
        unfinished.rename(self._manifest_path)
        named = {name for one in manifest.segments for name in (one.cases, one.lines)}
        for path in self.folder.glob("*.parquet"):
            if path.name not in named:
                path.unlink(missing_ok=True)

    def forget(self) -> None:
        """Remove the manifest: the next build starts from nothing."""
        self._manifest_path.unlink(missing_ok=True)

    @contextmanager
    def sole_writer(self, *, wait: bool = False) -> Iterator[bool]:
        """Hold the lock of the manifest; gives False at once when another holds it, unless told to wait."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with open(self.folder / "manifest.lock", "w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            except BlockingIOError:
                yield False
                return
            yield True


def segments_after(manifest: Manifest, position: int) -> Sequence[Segment]:
    """Return the segments that reach further than a position, in order."""
    return [segment for segment in manifest.segments if segment.position > position]
