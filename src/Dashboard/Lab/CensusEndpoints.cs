using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Territory.Contracts.Lab;
using Territory.Dashboard.Access;
using Territory.Dashboard.Exports;
using Territory.Dashboard.Field;
using Territory.Dashboard.Hosting;
using Territory.Model.Ids;
using Territory.ReadModel.Lab;

namespace Territory.Dashboard.Lab;

/// <summary>Keep a market census.</summary>
/// <param name="Csv">The text of the table.</param>
public sealed record KeepCensusRequest(CommandId CommandId, string Name, string Csv);

/// <param name="Census">The hash by which scenarios name it.</param>
public sealed record CensusAnswer(string Census, string Name, int Terminals, int Bytes, UserId By, DateTimeOffset At)
{
    public static CensusAnswer Of(LabCensusKept census) => new(census.Census, census.Name, census.Terminals, census.Bytes, census.By, census.At);
}

/// <summary>The market censuses of candidate regions.</summary>
internal static class CensusEndpoints
{
    public static void Map(RouteGroupBuilder lab)
    {
        lab.MapPost("/censuses", KeepAsync).RequireAuthorization(Policies.UseLab);
        lab.MapGet("/censuses", ListAsync).RequireAuthorization(Policies.ReadLab);
        lab.MapGet("/censuses/{census}.csv", FindAsync).RequireAuthorization(Policies.ReadLab);
    }

    private static async Task<IResult> KeepAsync(KeepCensusRequest request, Actor actor, LabDesk desk, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (FieldLimits.Note("name", request.Name) is { } wrong)
            return RequestProblems.Answer(wrong);
        var kept = await grains.GetGrain<ILabCensusGrain>(KeepLabCensus.HashOf(request.Csv)).Keep(
            new KeepLabCensus(desk.Header(request.CommandId, actor.Person), request.Name, request.Csv), cancellationToken);
        return LabOutcome.Of(kept);
    }

    private static async Task<Ok<List<CensusAnswer>>> ListAsync(LabCensusQuery censuses, CancellationToken cancellationToken) =>
        TypedResults.Ok((await censuses.ListAsync(cancellationToken)).Select(CensusAnswer.Of).ToList());

    private static async Task<IResult> FindAsync(string census, LabCensusQuery censuses, CancellationToken cancellationToken)
    {
        if (await censuses.TextAsync(census, cancellationToken) is not { } text)
            return Refusal.Unknown("lab.census-unknown");
        var file = PlanFiles.Csv(text);
        return TypedResults.File(file.Content, file.ContentType, $"census-{census[..8]}{file.Ending}");
    }
}
