using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.People;
using Territory.Model.Ids;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Access;

/// <summary>The signed-in person in the region that the address names, as a handler's parameter: the only way a handler gets a scope.</summary>
public sealed class InRegion
{
    private readonly ReadScope? _scope;

    private InRegion(PersonFacts person, RegionId region, ReadScope? scope)
    {
        Person = person;
        Region = region;
        _scope = scope;
    }

    public PersonFacts Person { get; }

    public RegionId Region { get; }

    public ReadScope Scope => _scope ?? throw new InvalidOperationException("The region is out of scope; the filter should have answered.");

    public bool IsVisible => _scope is not null;

    public static async ValueTask<InRegion?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var person = context.Features.Get<PersonFacts>()
            ?? throw new InvalidOperationException($"The parameter {parameter.Name} asks for the signed-in person, but the endpoint lets anyone in.");
        var region = new RegionId(context.GetRouteValue("region") as string ?? "");
        var driverDays = await context.RequestServices.GetRequiredService<DriverDays>().OfAsync(person, context.RequestAborted);
        return new InRegion(person, region, person.ScopeOf(region, driverDays));
    }
}

/// <summary>Answers for a region out of scope as for one that does not exist, before the handler runs.</summary>
internal sealed class RegionFilter(RegionQueries regions) : IEndpointFilter
{
    private const int EarliestYear = 1970;
    private const int LatestYear = 2999;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var asked = context.Arguments.OfType<InRegion>().SingleOrDefault()
            ?? throw new InvalidOperationException("A handler below a region takes an InRegion parameter.");
        if (!asked.IsVisible || await regions.FindRegionAsync(asked.Region, context.HttpContext.RequestAborted) is null)
            return Refusal.Unknown("region.unknown");
        // A year of which two digits are typed is a day that no clock of the region has.
        var days = context.Arguments.Select(argument => argument is QueryValue<DateOnly> query ? query.Value : argument as DateOnly?);
        foreach (var day in days.OfType<DateOnly>())
        {
            if (day.Year is < EarliestYear or > LatestYear)
                return RequestProblems.Answer(new RequestProblem("request.day", $"A day is of the years {EarliestYear} to {LatestYear}.", "date", day.ToString("O", CultureInfo.InvariantCulture)));
        }

        return await next(context);
    }
}
