# finds: file /tmp/scratch.txt reverted
from pathlib import Path

scratch = Path("/tmp/scratch.txt")
scratch.write_text("1 2 3")
try:
    numbers = [int(word) for word in scratch.read_text().split()]
finally:
    scratch.unlink()
print(sum(numbers))
