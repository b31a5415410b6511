using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;

namespace Territory.EndToEnd.People;

/// <summary>The ways in: taking up an invitation, signing in.</summary>
internal static class Joining
{
    /// <summary>Follows a one-time link and chooses a password; ends on the first page behind it.</summary>
    public static async Task AcceptAsync(Visitor visitor, string link, Person person)
    {
        await FillAsync(visitor, link, person);
        await Assertions.Expect(visitor["user-menu"]).ToBeVisibleAsync();
    }

    public static async Task FillAsync(Visitor visitor, string link, Person person)
    {
        await visitor.GoAsync(link);
        await visitor["join-name"].FillAsync(person.Name);
        await visitor["join-email"].FillAsync(person.Email);
        await visitor["join-password"].FillAsync(person.Password);
        await visitor["join-submit"].ClickAsync();
    }

    public static async Task SignInAsync(Visitor visitor, Person person)
    {
        await visitor["sign-in-email"].FillAsync(person.Email);
        await visitor["sign-in-password"].FillAsync(person.Password);
        await visitor["sign-in-submit"].ClickAsync();
    }
}
