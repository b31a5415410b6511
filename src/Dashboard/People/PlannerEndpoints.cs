using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Territory.Dashboard.Access;
using Territory.Model.Ids;

namespace Territory.Dashboard.People;

/// <summary>Who else plans the region's deliveries: versions of a plan name people by id, and colleagues know each other by name.</summary>
internal static class PlannerEndpoints
{
    public static void Map(RouteGroupBuilder region) =>
        region.MapGet("/planners", ListAsync).RequireAuthorization(Policies.PlanDeliveries);

    private static async Task<Ok<IReadOnlyList<PlannerAnswer>>> ListAsync(InRegion inRegion, PeopleDirectory people, CancellationToken cancellationToken) =>
        TypedResults.Ok<IReadOnlyList<PlannerAnswer>>(
            [.. (await people.AllAsync(cancellationToken)).Where(person => Plans(person, inRegion.Region)).Select(person => new PlannerAnswer(person.Id, person.Name))]);

    /// <remarks>Those who were disabled or never joined are named too: what they did stays in the plans.</remarks>
    private static bool Plans(PersonFacts person, RegionId region) =>
        Policies.Roles[Policies.PlanDeliveries].Contains(person.Role) && (person.Region is null || person.Region == region);
}
