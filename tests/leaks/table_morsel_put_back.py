# finds: registry http.cookies.Morsel._reserved reverted
import http.cookies

def set_with_priority(name, value):
    words = http.cookies.Morsel._reserved
    words["priority"] = "Priority"
    try:
        jar = http.cookies.SimpleCookie({name: value})
        jar[name]["priority"] = "Low"
        return jar.output(header="")
    finally:
        del words["priority"]

print(set_with_priority("sid", "9"))
