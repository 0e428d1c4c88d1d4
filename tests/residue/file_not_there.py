# finds: nothing
from pathlib import Path

report = Path("/tmp") / "years" / "2024.txt"
backup = report.with_suffix(".bak")
try:
    text = report.read_text()
except FileNotFoundError as error:
    text = error.filename
Path("/tmp").mkdir(exist_ok=True)
backup.unlink(missing_ok=True)
print(text, backup.name, report.parent.exists())
