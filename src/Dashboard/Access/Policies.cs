using Microsoft.AspNetCore.Authorization;
using Territory.Dashboard.People;

namespace Territory.Dashboard.Access;

/// <summary>Who may do what, by name. Every endpoint and hub method names one; an endpoint that names none is closed to everyone.</summary>
/// <remarks>A policy says which roles may try; whose data they reach is decided by <see cref="PersonFacts.ScopeOf"/>.</remarks>
public static class Policies
{
    public const string SignedIn = "signed-in";
    public const string AdministerPeople = "administer-people";
    public const string ReadTerritory = "read-territory";
    public const string ReadOverview = "read-overview";
    public const string ReadDeliveryPlans = "read-delivery-plans";
    public const string ReadVisitPlans = "read-visit-plans";
    public const string PlanDeliveries = "plan-deliveries";
    public const string PlanVisits = "plan-visits";
    public const string SignDispatchOrders = "sign-dispatch-orders";
    public const string AttachPictures = "attach-pictures";
    public const string ManageWebhooks = "manage-webhooks";
    public const string ControlClock = "control-clock";
    public const string ReadLab = "read-lab";
    public const string UseLab = "use-lab";
    public const string ReadOwnDay = "read-own-day";
    public const string VisitOutlets = "visit-outlets";
    public const string TakeOrders = "take-orders";
    public const string DeliverGoods = "deliver-goods";
    public const string TakePayments = "take-payments";

    private static readonly Role[] Everyone = Enum.GetValues<Role>();

    public static IReadOnlyDictionary<string, IReadOnlyList<Role>> Roles { get; } = new Dictionary<string, IReadOnlyList<Role>>(StringComparer.Ordinal)
    {
        [SignedIn] = Everyone,
        [AdministerPeople] = [Role.Administrator],
        [ReadTerritory] = Everyone,
        [ReadOverview] = [Role.Administrator, Role.Planner, Role.Dispatcher, Role.Supervisor, Role.Rep],
        [ReadDeliveryPlans] = [Role.Administrator, Role.Planner, Role.Dispatcher, Role.Supervisor, Role.Driver],
        [ReadVisitPlans] = [Role.Administrator, Role.Planner, Role.Dispatcher, Role.Supervisor, Role.Rep],
        [PlanDeliveries] = [Role.Administrator, Role.Planner, Role.Dispatcher],
        [SignDispatchOrders] = [Role.Administrator, Role.Planner, Role.Dispatcher, Role.Driver],
        [AttachPictures] = [Role.Rep, Role.Driver],
        [ManageWebhooks] = [Role.Administrator],
        [PlanVisits] = [Role.Administrator, Role.Planner, Role.Dispatcher, Role.Supervisor],
        [ControlClock] = [Role.Administrator, Role.Planner, Role.Dispatcher],
        [ReadLab] = [Role.Administrator, Role.Planner],
        [UseLab] = [Role.Administrator, Role.Planner],
        [ReadOwnDay] = [Role.Rep, Role.Driver],
        [VisitOutlets] = [Role.Rep],
        [TakeOrders] = [Role.Administrator, Role.Planner, Role.Dispatcher, Role.Supervisor, Role.Rep],
        [DeliverGoods] = [Role.Driver],
        [TakePayments] = [Role.Rep, Role.Driver],
    };

    public static void Configure(AuthorizationOptions options)
    {
        var closed = new AuthorizationPolicyBuilder().RequireAssertion(static _ => false).Build();
        options.FallbackPolicy = closed;
        options.DefaultPolicy = closed;
        foreach (var (name, roles) in Roles)
            options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireRole(roles.Select(role => role.ToString())));
    }
}
