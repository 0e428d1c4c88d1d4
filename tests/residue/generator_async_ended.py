# finds: nothing
async def ticks():
    n = 0
    while True:
        yield n
        n += 1
import asyncio
agen = ticks()
async def main():
    return await anext(agen)
print(asyncio.run(main()))
