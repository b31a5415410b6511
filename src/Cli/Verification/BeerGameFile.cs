using System.Text.Json;
using Territory.Cli.Files;
using Territory.Model.Problems;
using Territory.Simulation.KnownAnswers.BeerGame;

namespace Territory.Cli.Verification;

/// <summary>Reads a beer game; everything wrong with the file is listed with its path in the JSON.</summary>
internal sealed class BeerGameFile
{
    private const int MostWeeks = 10_000;
    private const int MostBytes = 4 << 20;
    private const double Largest = 1e9;

    private static readonly string[] Members = ["weeks", "weeksHeld", "demand", "initialInventory", "initialPipeline", "holdingCost", "backlogCost", "policies"];

    private readonly string file;
    private readonly List<Problem> problems = [];

    private BeerGameFile(string file) => this.file = file;

    public static IReadOnlyList<string> StageNames { get; } = ["retailer", "wholesaler", "distributor", "factory"];

    /// <exception cref="InvalidInputException">The file is missing, no JSON, or breaks the schema.</exception>
    public static BeerGameSetup Read(string path, string workingDirectory)
    {
        var reader = new BeerGameFile(path);
        using var document = Parse(InputFile.Require(path, workingDirectory), path);
        var setup = reader.Setup(document.RootElement);
        return reader.problems.Count > 0 ? throw new InvalidInputException(reader.problems) : setup;
    }

    private static JsonDocument Parse(string path, string name)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes)
                throw new InvalidInputException(new Problem("file.size", $"A beer game may have at most {MostBytes >> 20} MB.", name));
            return JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException exception)
        {
            throw new InvalidInputException(new Problem("beer-game.json", $"The file is no JSON: {exception.Message}", name, (exception.LineNumber ?? 0) + 1));
        }
        catch (InvalidOperationException exception)
        {
            // A member's name that escapes half of a character; the parser has no line for it.
            throw new InvalidInputException(new Problem("beer-game.json", $"The file is no JSON: {exception.Message}", name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(new Problem("file.unreadable", $"The file cannot be read: {exception.Message}", name));
        }
    }

    private BeerGameSetup Setup(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Refuse("beer-game.object", "$", "An object is expected; --schema prints its form.", root);
            return new BeerGameSetup { Weeks = 1, Demand = [0], Policies = [] };
        }

        RefuseOthers(root, "$", Members);
        var weeks = Whole(root, "weeks", 1, MostWeeks, null);
        return new BeerGameSetup
        {
            Weeks = weeks,
            WeeksHeld = Whole(root, "weeksHeld", 0, Math.Max(weeks, 1), 0),
            Demand = Demand(root),
            InitialInventory = Number(root, "$", "initialInventory", 0, Largest, 12),
            InitialPipeline = Number(root, "$", "initialPipeline", 0, Largest, 4),
            HoldingCost = Number(root, "$", "holdingCost", 0, Largest, 0.5),
            BacklogCost = Number(root, "$", "backlogCost", 0, Largest, 1),
            Policies = Policies(root),
        };
    }

    private double[] Demand(JsonElement root)
    {
        if (!root.TryGetProperty("demand", out var demand) || demand.ValueKind != JsonValueKind.Array || demand.GetArrayLength() is 0 or > MostWeeks)
        {
            Refuse("beer-game.demand", "$.demand", $"A list of 1 to {MostWeeks} weeks' demand is expected.", demand);
            return [];
        }

        return [.. demand.EnumerateArray().Select((week, index) => Checked(week, $"$.demand[{index}]", 0, Largest))];
    }

    private List<OrderPolicy> Policies(JsonElement root)
    {
        var policies = new List<OrderPolicy>();
        if (!root.TryGetProperty("policies", out var all) || all.ValueKind != JsonValueKind.Object)
        {
            Refuse("beer-game.policies", "$.policies", $"An object of {string.Join(", ", StageNames)} is expected.", all);
            return policies;
        }

        RefuseOthers(all, "$.policies", StageNames);
        foreach (var stage in StageNames)
        {
            var path = $"$.policies.{stage}";
            if (!all.TryGetProperty(stage, out var policy) || policy.ValueKind != JsonValueKind.Object)
                Refuse("beer-game.policy", path, "A policy is expected, for example {\"rule\": \"base-stock\", \"level\": 32}.", policy);
            else if (Policy(policy, path) is { } good)
                policies.Add(good);
        }

        return policies;
    }

    private OrderPolicy? Policy(JsonElement policy, string path)
    {
        var rule = policy.TryGetProperty("rule", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        double Value(string member, double least, double most) => Number(policy, path, member, least, most, null);
        switch (rule)
        {
            case "base-stock":
                RefuseOthers(policy, path, ["rule", "level"]);
                return new BaseStockPolicy(Value("level", -Largest, Largest));
            case "anchoring":
                RefuseOthers(policy, path, ["rule", "theta", "alpha", "beta", "target"]);
                return new AnchoringPolicy(Value("theta", 0, 1), Value("alpha", 0, 1), Value("beta", 0, 1), Value("target", -Largest, Largest));
            case "pass-on":
                RefuseOthers(policy, path, ["rule"]);
                return new PassOnPolicy();
            case "constant":
                RefuseOthers(policy, path, ["rule", "quantity"]);
                return new ConstantPolicy(Value("quantity", 0, Largest));
            default:
                Refuse("beer-game.rule", $"{path}.rule", "The rule is base-stock, anchoring, pass-on or constant.", name);
                return null;
        }
    }

    private int Whole(JsonElement parent, string member, int least, int most, int? otherwise)
    {
        if (!parent.TryGetProperty(member, out var element) && otherwise is { } usual)
            return usual;
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var value) && value >= least && value <= most)
            return value;
        Refuse("beer-game.number", $"$.{member}", $"A whole number, {least} to {most}, is expected.", element);
        return least;
    }

    private double Number(JsonElement parent, string path, string member, double least, double most, double? otherwise)
    {
        if (!parent.TryGetProperty(member, out var element) && otherwise is { } usual)
            return usual;
        return Checked(element, $"{path}.{member}", least, most);
    }

    private double Checked(JsonElement element, string path, double least, double most)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var value) && value >= least && value <= most)
            return value;
        Refuse("beer-game.number", path, FormattableString.Invariant($"A number, {least:G} to {most:G}, is expected."), element);
        return 0;
    }

    private void RefuseOthers(JsonElement element, string path, IReadOnlyList<string> known)
    {
        foreach (var member in element.EnumerateObject().Where(member => !known.Contains(member.Name, StringComparer.Ordinal)))
            Refuse("beer-game.unknown", $"{path}.{member.Name}", $"Only {string.Join(", ", known)} mean something here.", member.Value);
    }

    private void Refuse(string code, string path, string rule, JsonElement found)
    {
        var text = found.ValueKind == JsonValueKind.Undefined ? "nothing" : found.GetRawText();
        problems.Add(new Problem(code, rule, file, Field: path, Value: text.Length > 60 ? text[..60] + "..." : text));
    }
}
