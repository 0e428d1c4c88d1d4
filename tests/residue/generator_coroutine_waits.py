# finds: generator c left
class Wait:
    def __await__(self):
        yield 1
async def work():
    try:
        await Wait()
    finally:
        print("end")
c = work()
c.send(None)
