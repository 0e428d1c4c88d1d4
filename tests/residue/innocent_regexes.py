# finds: nothing
import re

LOG = re.compile(r"^(?P<level>[A-Z]+)\s+(?P<place>\w+):\s*(?P<text>.*)$", re.MULTILINE)

lines = """INFO shop: open
ERROR till: no change
INFO shop: closed"""

found = [match.groupdict() for match in LOG.finditer(lines)]
errors = [entry["text"] for entry in found if entry["level"] == "ERROR"]
shouted = re.sub(r"\b(\w)(\w*)", lambda match: match[1].upper() + match[2], "two words")
if (match := re.fullmatch(r"(\d+)x(\d+)", "3x4")) is not None:
    area = int(match[1]) * int(match[2])
print(errors, shouted, area, re.split(r"[;,]\s*", "a, b;c"))
