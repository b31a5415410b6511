using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;

namespace Territory.EndToEnd.People;

/// <summary>The administrator's page of people.</summary>
internal static class Inviting
{
    /// <summary>Invites someone as a rep of the region and returns the link to hand over.</summary>
    public static Task<string> RepAsync(Visitor administrator, Person person, string rep) =>
        InviteAsync(administrator, person, "rep", () => administrator["person-rep"].SelectOptionAsync(rep));

    /// <summary>Invites someone as a dispatcher of one distributor and returns the link to hand over.</summary>
    public static Task<string> DispatcherAsync(Visitor administrator, Person person, string distributor) =>
        InviteAsync(administrator, person, "dispatcher", () => administrator["person-distributor"].SelectOptionAsync(distributor));

    private static async Task<string> InviteAsync(Visitor administrator, Person person, string role, Func<Task> chooseScope)
    {
        await administrator.GoAsync("/people");
        await administrator["invite-button"].ClickAsync();
        await administrator["person-name"].FillAsync(person.Name);
        await administrator["person-email"].FillAsync(person.Email);
        await administrator["person-role"].SelectOptionAsync(role);
        await chooseScope();
        await administrator["person-submit"].ClickAsync();
        var link = await administrator["invitation-link"].InputValueAsync();
        await Assertions.Expect(administrator.Find("person-row", "data-email", person.Email)).ToBeVisibleAsync();
        return link;
    }
}
