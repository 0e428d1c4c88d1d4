# ends: endless
import asyncio
async def busy():
    while True:
        asyncio.get_running_loop().call_soon(lambda: None)
        await asyncio.sleep(0)
async def main():
    await asyncio.gather(busy(), busy(), asyncio.sleep(1))
asyncio.run(main())
