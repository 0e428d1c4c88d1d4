# finds: file /tmp/workshop reverted
# finds: file /tmp/workshop/plan.txt reverted
# finds: file /tmp/workshop/data reverted
import shutil
from pathlib import Path

root = Path("/tmp/workshop")
root.mkdir()
(root / "plan.txt").write_text("saw, glue")
(root / "data").mkdir()
names = sorted(entry.name for entry in root.iterdir())
shutil.rmtree(root)
print(names)
