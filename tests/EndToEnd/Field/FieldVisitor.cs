using System.Text.Json;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.People;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Field;

/// <summary>Gives a rep of the region a person who signs in on a phone.</summary>
internal static class FieldVisitor
{
    public static async Task<Visitor> JoinAsync(DemoTerritory demo, Visitor administrator, string rep, TerritoryProcess? process = null)
    {
        var person = Person.Named("周业代");
        var link = await Inviting.RepAsync(administrator, person, rep);
        var phone = await demo.ArriveAsync(VisitorLook.Phone, process);
        await Joining.AcceptAsync(phone, link, person);
        return phone;
    }

    /// <summary>The region's reps by id.</summary>
    public static async Task<IReadOnlyList<string>> RepsAsync(Visitor administrator, string region) =>
        [.. (await administrator.AskAsync($"/api/regions/{region}")).GetProperty("reps").EnumerateArray().Select(rep => rep.GetProperty("id").GetString()!)];

    /// <summary>Each outlet of the region with its rep, as the desk sees them.</summary>
    public static async Task<IReadOnlyDictionary<string, string?>> RepOfOutletsAsync(Visitor administrator, string region)
    {
        var outlets = await administrator.AskAsync($"/api/regions/{region}/outlets");
        return Texts(outlets, "ids").Zip(Texts(outlets, "rep")).ToDictionary(pair => pair.First!, pair => pair.Second, StringComparer.Ordinal);
    }

    private static IEnumerable<string?> Texts(JsonElement outlets, string column) => outlets.GetProperty(column).EnumerateArray().Select(text => text.GetString());
}
