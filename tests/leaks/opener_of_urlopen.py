# finds: nothing
import urllib.request
# --- next cell
with urllib.request.urlopen("data:text/plain,hello") as answer:
    print(answer.read())
