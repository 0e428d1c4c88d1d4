# finds: nothing
import asyncio

async def produce(queue, items):
    for item in items:
        await queue.put(item)
    await queue.put(None)

async def consume(queue):
    total = 0
    while (item := await queue.get()) is not None:
        total += item
    return total

async def main():
    queue = asyncio.Queue(maxsize=1)
    made, total = await asyncio.gather(produce(queue, [1, 2, 3]), consume(queue))
    return total

print(asyncio.run(main()))
