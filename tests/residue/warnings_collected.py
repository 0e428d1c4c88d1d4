# finds: warnings warnings.showwarning left
import warnings

collected = []

def collect(message, category, filename, lineno, file=None, line=None):
    collected.append(f"{category.__name__}: {message}")

warnings.showwarning = collect
warnings.warn("stock is low")
print(collected)
