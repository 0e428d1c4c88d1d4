# says: You are looking at the approved runtime.
from incident_plugins.cli import main

main(["plugin", "delivry", "pager"])
main(["registry"])
main(["trace", "delivery", "console", "deliver", "--arg", "title=a", "--arg", "message=b", "--arg", "severity=loud"])
