using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.People;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Access;

[Collection(DemoGroup.Name)]
public sealed class SignInTests(DemoTerritory demo)
{
    [Fact]
    public async Task FirstLink_UsedAgain_IsRefused()
    {
        await using var visitor = await demo.ArriveAsync(VisitorLook.Desk);
        await Joining.FillAsync(visitor, demo.UsedLink, Person.Named("迟到的人"));
        await Assertions.Expect(visitor["join-problem"]).ToBeVisibleAsync();
        (await visitor.StatusAsync("/api/regions")).ShouldBe(401);
    }

    [Fact]
    public async Task SignIn_WrongThenRightPassword_RefusesThenOpensTheBoard()
    {
        await using var visitor = await demo.ArriveAsync(VisitorLook.Desk);
        await visitor.GoAsync("/");
        await Joining.SignInAsync(visitor, Person.Administrator with { Password = "not this one at all" });
        await Assertions.Expect(visitor["sign-in-problem"]).ToBeVisibleAsync();
        await Joining.SignInAsync(visitor, Person.Administrator);
        await Assertions.Expect(visitor["today-board"]).ToBeVisibleAsync();

        await visitor["user-menu"].ClickAsync();
        await visitor["sign-out"].ClickAsync();
        await Assertions.Expect(visitor["sign-in-form"]).ToBeVisibleAsync();
        (await visitor.StatusAsync("/api/regions")).ShouldBe(401);
    }

    [Fact]
    public async Task EveryPage_AsAStranger_AsksToSignIn()
    {
        await using var visitor = await demo.ArriveAsync(VisitorLook.Desk);
        foreach (var path in (string[])["/", "/outlets", "/visits", "/unvisited", "/people", "/my"])
        {
            await visitor.GoAsync(path);
            await Assertions.Expect(visitor["sign-in-form"]).ToBeVisibleAsync();
        }

        visitor.ShouldBeQuiet();
    }
}
