# finds: file /tmp/ticket.txt left
from pathlib import Path

Path("/tmp/ticket.txt").write_text("seat 12")
# --- next cell
ticket = Path("/tmp/ticket.txt")
seat = int(ticket.read_text().split()[1])
ticket.unlink()
ticket.unlink(missing_ok=True)
