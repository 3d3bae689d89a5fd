"""What LibreOffice makes of a draft: its text with all changes accepted or refused, and its comments.

Run by a Python that knows LibreOffice (``uno``), ``python office.py accept|refuse DRAFT`` writes the text as JSON.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "refuse": ".uno:RejectAllTrackedChanges", "open": ""}
_PYTHONS = ("/usr/bin/python3", "/usr/lib/libreoffice/program/python", "/opt/libreoffice/program/python")


def python() -> str | None:
    """Return a Python that knows LibreOffice; ``None`` where there is none, or no LibreOffice."""
    if shutil.which("soffice") is None:
        return None
    for candidate in _PYTHONS:
        asked = [candidate, "-c", "import uno"]
        if Path(candidate).exists() and not subprocess.run(asked, capture_output=True, check=False).returncode:  # noqa: S603
            return candidate
    return None


def opened(how: str, draft: Path) -> list[str]:
    """Open a draft in LibreOffice, do something with its changes, and return its paragraphs."""
    asked = [str(python()), __file__, how, str(draft)]
    return json.loads(subprocess.run(asked, capture_output=True, check=True, timeout=120).stdout)  # noqa: S603


def comments(draft: Path) -> int:
    """Return how many comments LibreOffice finds in a draft."""
    with tempfile.TemporaryDirectory() as folder:
        settings = f"-env:UserInstallation={Path(folder).as_uri()}"
        asked = ["soffice", settings, "--headless", "--convert-to", "fodt", "--outdir", folder, str(draft)]
        subprocess.run(asked, capture_output=True, check=True, timeout=120)  # noqa: S603
        return Path(folder, f"{draft.stem}.fodt").read_text(encoding="utf-8").count("<office:annotation ")


def _main(how: str, draft: str) -> None:
    import uno
    from com.sun.star.beans import PropertyValue
    from com.sun.star.connection import NoConnectException

    with tempfile.TemporaryDirectory() as profile:
        pipe = f"pc{Path(profile).name}"
        office = subprocess.Popen(  # noqa: S603
            [
                str(shutil.which("soffice")),
                "--headless",
                "--norestore",
                f"-env:UserInstallation=file://{profile}",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        context = None
        while context is None:
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            except NoConnectException:
                time.sleep(0.2)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        hidden = PropertyValue()
        hidden.Name, hidden.Value = "Hidden", True
        document = desktop.loadComponentFromURL(Path(draft).absolute().as_uri(), "_blank", 0, (hidden,))
        if COMMANDS[how]:
            dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
            dispatcher.executeDispatch(document.CurrentController.Frame, COMMANDS[how], "", 0, ())
        paragraphs = [line for piece in _each(document.Text) for line in _lines(piece)]
        styles = document.StyleFamilies.getByName("PageStyles")
        footers = [s.FooterText.String for s in map(styles.getByIndex, range(styles.Count)) if s.FooterIsOn]
        paragraphs += [line for footer in dict.fromkeys(footers) for line in footer.splitlines()]
        sys.stdout.write(json.dumps([line for line in paragraphs if line]))
        document.close(True)
        desktop.terminate()
        office.wait(30)


def _lines(piece):
    if piece.supportsService("com.sun.star.text.TextTable"):
        for name in piece.CellNames:
            yield from piece.getCellByName(name).String.splitlines()
    else:
        yield piece.String


def _each(collection):
    numbered = collection.createEnumeration()
    while numbered.hasMoreElements():
        yield numbered.nextElement()


if __name__ == "__main__":
    _main(*sys.argv[1:])
