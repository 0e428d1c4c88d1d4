# finds: nothing
import importlib
import sys

names = ["colorsys", "calendar", "json.decoder", "no_such_module_here"]
loaded = {}
for name in names:
    try:
        loaded[name] = importlib.import_module(name)
    except ModuleNotFoundError as error:
        loaded[name] = error.name

leap = loaded["calendar"].isleap(2024)
same = sys.modules["json.decoder"] is loaded["json.decoder"]
red = loaded["colorsys"].rgb_to_hsv(1, 0, 0)
print(leap, same, red, loaded["no_such_module_here"])
