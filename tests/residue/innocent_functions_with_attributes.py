# finds: nothing
def visit(page):
    visit.count += 1
    visit.pages.setdefault(page, []).append(visit.count)
    return visit.count

visit.count = 0
visit.pages = {}
# --- next cell
for page in ("home", "cart", "home"):
    visit(page)
visit.longest = max(visit.pages, key=len)
lookup = dict(visit.pages)
lookup.pop("cart")
print(visit.count, visit.longest, lookup)
