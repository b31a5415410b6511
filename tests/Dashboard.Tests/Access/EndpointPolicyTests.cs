using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Territory.Dashboard.Access;
using Territory.Dashboard.Live;
using Territory.Dashboard.Tests.Fixtures;

namespace Territory.Dashboard.Tests.Access;

/// <summary>Nothing is open by oversight: what anyone may call is listed here by hand, and everything else names its policy.</summary>
public sealed class EndpointPolicyTests(DashboardHost host) : IClassFixture<DashboardHost>
{
    private static readonly string[] OpenToAnyone =
    [
        "GET /api/session", "POST /api/session", "DELETE /api/session", "POST /api/invitations/accept", "POST /api/driver-link", "* /api/{**path}", "* /health",
        "GET,HEAD /", "GET,HEAD {**path}",
    ];

    [Fact]
    public void Endpoints_All_NameAPolicyOrAreListedAsOpen()
    {
        var endpoints = host.Application.Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
            .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        endpoints.Count.ShouldBeGreaterThan(40);
        var open = new List<string>();
        foreach (var endpoint in endpoints)
        {
            var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } named ? string.Join(',', named) : "*";
            var name = $"{methods} {endpoint.RoutePattern.RawText}";
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
                open.Add(name);
            else
                endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).ShouldAllBe(policy => policy != null && Policies.Roles.ContainsKey(policy), name);
            (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Count > 0)
                .ShouldBeTrue($"{name} names no policy");
        }

        open.Distinct().Order(StringComparer.Ordinal).ShouldBe(OpenToAnyone.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Routes_WithAValueThatMayBeLeftOut_TakeItSoThatAnUnreadableOneIsNamed()
    {
        var handlers = host.Application.Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
            .SelectMany(source => source.Endpoints).SelectMany(endpoint => endpoint.Metadata.OfType<MethodInfo>()).ToList();
        handlers.Count.ShouldBeGreaterThan(40);

        // The framework answers these with a 400 that has no body; QueryValue says which field and what stood there.
        handlers.SelectMany(handler => handler.GetParameters())
            .Where(parameter => parameter.ParameterType != typeof(string) && (parameter.HasDefaultValue || Nullable.GetUnderlyingType(parameter.ParameterType) is not null))
            .Select(parameter => $"{parameter.Member.DeclaringType?.Name}.{parameter.Member.Name}: {parameter.Name}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void HubMethods_All_NameAPolicy()
    {
        typeof(LiveHub).GetCustomAttribute<AuthorizeAttribute>()!.Policy.ShouldBe(Policies.ReadTerritory);
        var methods = typeof(LiveHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.GetBaseDefinition().DeclaringType != typeof(Hub)).ToList();
        methods.Select(method => method.Name).ShouldBe(["Open", "View", "Ack", "WatchLab", "AckLab"], ignoreOrder: true);
        foreach (var method in methods)
            Policies.Roles.ContainsKey(method.GetCustomAttribute<AuthorizeAttribute>()?.Policy ?? "").ShouldBeTrue(method.Name);
    }

    [Fact]
    public async Task FallbackPolicy_AnEndpointWithoutAPolicy_IsClosedToEveryone()
    {
        var provider = host.Application.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        var service = host.Application.Services.GetRequiredService<IAuthorizationService>();
        var administrator = SessionCookie.PrincipalOf(Dashboard.People.PersonFacts.Of(await host.AddPersonAsync(Dashboard.People.Role.Administrator, region: null)), "session");

        foreach (var policy in new[] { await provider.GetFallbackPolicyAsync(), await provider.GetDefaultPolicyAsync() })
            (await service.AuthorizeAsync(administrator, null, policy!)).Succeeded.ShouldBeFalse();
    }
}
