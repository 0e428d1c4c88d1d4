# finds: nothing
def stages():
    yield "ready"
    try:
        yield "running"
    finally:
        pass
    yield "done"

waiting = stages()
ready = next(waiting)
print(ready)
