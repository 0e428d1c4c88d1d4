# finds: nothing
import asyncio

async def countdown(start):
    while start > 0:
        yield start
        await asyncio.sleep(0)
        start -= 1

class Ticket:
    async def __aenter__(self):
        return "ticket"

    async def __aexit__(self, *details):
        return False

async def main():
    async with Ticket() as ticket:
        numbers = [number async for number in countdown(3)]
    return ticket, numbers

print(asyncio.run(main()))
