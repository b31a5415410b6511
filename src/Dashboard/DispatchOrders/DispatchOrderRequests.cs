using Territory.Dashboard.Field;
using Territory.Dashboard.Hosting;
using Territory.Model.DispatchOrders;
using Territory.Model.Ids;

namespace Territory.Dashboard.DispatchOrders;

/// <summary>Signs a version of the order that was looked at.</summary>
/// <param name="OnBehalf">Why somebody else signs in the driver's place; asked of everyone but the driver.</param>
/// <param name="Attachment">The id of a drawn signature that was uploaded before.</param>
internal sealed record SignRequest(CommandId CommandId, int Version, SignerRole Role, string Name, string? Attachment = null, string? OnBehalf = null)
{
    public IReadOnlyList<RequestProblem> Problems() =>
        [.. new[] { FieldLimits.Choice("role", Role), FieldLimits.Note("name", Name), FieldLimits.Note("onBehalf", OnBehalf), FieldLimits.Id("attachment", Attachment) }.OfType<RequestProblem>()];
}

/// <param name="Objection">Null: accepted.</param>
/// <param name="OnBehalf">Why somebody else speaks for the driver; asked of everyone but the driver.</param>
internal sealed record AnswerRequest(CommandId CommandId, int Version, string? Objection = null, string? OnBehalf = null)
{
    public IReadOnlyList<RequestProblem> Problems() => [.. new[] { FieldLimits.Note("objection", Objection), FieldLimits.Note("onBehalf", OnBehalf) }.OfType<RequestProblem>()];
}

internal sealed record CloseRequest(CommandId CommandId, int Version, DispatchActuals Actuals)
{
    private const int MostLines = 500;
    private const int MostCases = 100_000;

    public IReadOnlyList<RequestProblem> Problems() =>
    [
        .. new[]
        {
            FieldLimits.Note("actuals.note", Actuals.Note),
            Actuals.Returned.Count > MostLines || Actuals.Returned.Any(line => line.Product.Value is null || line.Cases.Count is < 0 or > MostCases)
                ? new RequestProblem("dispatch-order.returned", $"At most {MostLines} lines come back, each with a product and 0 to {MostCases} cases.", "actuals.returned")
                : null,
        }.OfType<RequestProblem>(),
    ];
}

/// <param name="Link">From the root of the address; what follows the # never reaches a log.</param>
internal sealed record DriverLinkAnswer(string Link, DateTimeOffset ExpiresAt);
