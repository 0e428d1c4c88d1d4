# finds: nothing
import asyncio

async def fetch(name, steps):
    for step in range(steps):
        await asyncio.sleep(0)
    return f"{name}:{steps}"

async def main():
    task = asyncio.create_task(fetch("first", 2))
    others = await asyncio.gather(fetch("second", 1), fetch("third", 3))
    return [await task, *others]

results = asyncio.run(main())
print(results)
