"""Copy what the browser needs from node_modules into the web room's static folder.

Source (npm)                     Copied to static/vendor/
@tabler/core                     tabler/tabler.min.css, tabler/tabler.min.js
htmx.org                         htmx/htmx.min.js
echarts                          echarts/echarts.min.js
@fontsource/be-vietnam-pro       fonts/be-vietnam-pro.css and woff2 files: three scripts, weights 400 to 700
@tabler/icons                    icons/sprite.svg, a <symbol id="tabler-NAME"> for each of tools/icons.txt
every one                        licences/NAME.txt

The licences go along because the files are served to others. Source-map remarks are dropped: the maps
are not shipped, and a static-file store that hashes names would look for them.
"""

import re
import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "src" / "thads" / "interfaces" / "web" / "static" / "vendor"

PLAIN_FILES = {
    "@tabler/core/dist/css/tabler.min.css": "tabler/tabler.min.css",
    "@tabler/core/dist/js/tabler.min.js": "tabler/tabler.min.js",
    "htmx.org/dist/htmx.min.js": "htmx/htmx.min.js",
    "echarts/dist/echarts.min.js": "echarts/echarts.min.js",
}
FONT = "@fontsource/be-vietnam-pro"
FONT_WEIGHTS = (400, 500, 600, 700)
PACKAGES = ("@tabler/core", "@tabler/icons", "htmx.org", "echarts", FONT)

SOURCE_MAP = re.compile(r"(/\*[#@] sourceMappingURL=.*?\*/|//[#@] sourceMappingURL=\S*)\s*$")
WOFF_FALLBACK = re.compile(r",\s*url\([^)]*\.woff\)\s*format\('woff'\)")
SVG = "{http://www.w3.org/2000/svg}"


def copy_plain_files(target: Path) -> None:
    """Copy style sheets and scripts without their source-map remarks."""
    for source, name in PLAIN_FILES.items():
        text = (MODULES / source).read_text(encoding="utf-8")
        write(target / name, SOURCE_MAP.sub("", text))


def copy_fonts(target: Path) -> None:
    """Copy the four weights of Be Vietnam Pro, woff2 only, with one style sheet for all of them."""
    sheets = [(MODULES / FONT / f"{weight}.css").read_text(encoding="utf-8") for weight in FONT_WEIGHTS]
    css = WOFF_FALLBACK.sub("", "\n".join(sheets)).replace("url(./files/", "url(")
    write(target / "fonts" / "be-vietnam-pro.css", css)
    for name in re.findall(r"url\(([^)]+\.woff2)\)", css):
        shutil.copyfile(MODULES / FONT / "files" / name, target / "fonts" / name)


def write_icon_sprite(target: Path) -> None:
    """Write one SVG file of symbols: a page names the icon and gives it the colour of its own text."""
    ElementTree.register_namespace("", SVG.strip("{}"))
    sprite = ElementTree.Element(f"{SVG}svg")
    for name in icon_names():
        sprite.append(icon_symbol(name))
    write(target / "icons" / "sprite.svg", ElementTree.tostring(sprite, encoding="unicode"))


def icon_names() -> list[str]:
    lines = (ROOT / "tools" / "icons.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def icon_symbol(name: str) -> ElementTree.Element:
    drawing = ElementTree.parse(MODULES / "@tabler" / "icons" / "icons" / "outline" / f"{name}.svg").getroot()
    kept = {key: value for key, value in drawing.attrib.items() if key not in {"class", "width", "height"}}
    symbol = ElementTree.Element(f"{SVG}symbol", {"id": f"tabler-{name}", **kept})
    symbol.extend(shape for shape in drawing if shape.get("d") != "M0 0h24v24H0z")
    return symbol


def copy_licences(target: Path) -> None:
    for package in PACKAGES:
        licence = next(
            (path for path in (MODULES / package).iterdir() if path.stem.upper() == "LICENSE"), None
        )
        if licence:
            write(
                target / "licences" / f"{package.strip('@').replace('/', '-')}.txt",
                licence.read_text(encoding="utf-8"),
            )


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main() -> int:
    if not MODULES.is_dir():
        print("node_modules is missing: run `make demo` or `make test`, which install it.", file=sys.stderr)
        return 1
    fresh = VENDOR.with_name("vendor.new")
    shutil.rmtree(fresh, ignore_errors=True)
    copy_plain_files(fresh)
    copy_fonts(fresh)
    write_icon_sprite(fresh)
    copy_licences(fresh)
    shutil.rmtree(VENDOR, ignore_errors=True)
    fresh.rename(VENDOR)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
