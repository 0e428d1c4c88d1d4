# finds: warnings warnings.filters reverted
# finds: warnings warnings.showwarning reverted
import warnings

heard = []

def hear(message, *details, **more):
    heard.append(str(message))

with warnings.catch_warnings():
    warnings.simplefilter("always")
    warnings.showwarning = hear
    for name in ("tea", "milk"):
        warnings.warn(f"{name} is low")
print(heard)
