# finds: context request_id reverted
import contextvars

request_id = contextvars.ContextVar("request_id")

def handle(path):
    return f"{request_id.get()}: {path}"
# --- next cell
token = request_id.set(17)
try:
    answer = handle("/cart")
finally:
    request_id.reset(token)
print(answer)
