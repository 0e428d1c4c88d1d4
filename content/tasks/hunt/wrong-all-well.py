# says: All went well in your cell.
from incident_plugins_flawed.cli import main

message = ["--arg", "title=disk", "--arg", "message=95% full"]
main(["manifest"])
main(["registry"])
main(["signatures"])
main(["plugin", "delivery", "pager"])
main(["field", "delivery", "pager", "service"])
main(["action", "delivery", "pager", "deliver"])
main(["invoke", "delivery", "console", "deliver", *message])
main(["trace", "delivery", "console", "preview", *message])
