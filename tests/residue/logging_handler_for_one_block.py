# finds: logging jobs.handlers reverted
# finds: logging jobs.disabled left
import io
import logging

log = logging.getLogger("jobs")
# --- next cell
class Captured:
    def __enter__(self):
        self.text = io.StringIO()
        self.handler = logging.StreamHandler(self.text)
        log.addHandler(self.handler)
        return self.text

    def __exit__(self, *details):
        log.removeHandler(self.handler)

with Captured() as text:
    log.error("disk full")
log.disabled = True
print(text.getvalue().strip())
