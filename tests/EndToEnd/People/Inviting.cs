using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;

namespace Territory.EndToEnd.People;

/// <summary>The administrator's page of people.</summary>
internal static class Inviting
{
    /// <summary>Invites someone as a rep of the region and returns the link to hand over.</summary>
    public static async Task<string> RepAsync(Visitor administrator, Person person, string rep)
    {
        await administrator.GoAsync("/people");
        await administrator["invite-button"].ClickAsync();
        await administrator["person-name"].FillAsync(person.Name);
        await administrator["person-email"].FillAsync(person.Email);
        await administrator["person-role"].SelectOptionAsync("rep");
        await administrator["person-rep"].SelectOptionAsync(rep);
        await administrator["person-submit"].ClickAsync();
        var link = await administrator["invitation-link"].InputValueAsync();
        await Assertions.Expect(administrator.Find("person-row", "data-email", person.Email)).ToBeVisibleAsync();
        return link;
    }
}
