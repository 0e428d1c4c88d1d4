# finds: nothing
import os.path
from pathlib import Path, PurePosixPath

names = ["/srv/data/a.csv", "/srv/data/old/b.csv", "/srv/c.txt"]
paths = [PurePosixPath(name) for name in names]
tables = [path for path in paths if path.suffix == ".csv"]
common = os.path.commonpath(names)
relative = [str(path.relative_to(common)) for path in tables]
exists = Path("/tmp").is_dir()
print(relative, common, exists)
