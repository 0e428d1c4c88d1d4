# finds: environ no_proxy left
import os

os.environ["no_proxy"] = "localhost"
# --- next cell
os.environ["no_proxy"] = "*"
try:
    print(os.environ["no_proxy"])
finally:
    del os.environ["no_proxy"]
