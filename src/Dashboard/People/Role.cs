using System.Text.Json;
using System.Text.Json.Serialization;

namespace Territory.Dashboard.People;

/// <summary>What a person does here (角色); it decides what they may do, their scope what they may see.</summary>
[JsonConverter(typeof(RoleConverter))]
public enum Role
{
    /// <summary>管理员: people and everything else.</summary>
    Administrator,

    /// <summary>计划员: plans a region or all of them.</summary>
    Planner,

    /// <summary>调度员: the deliveries of one distributor.</summary>
    Dispatcher,

    /// <summary>主管: the reps of one distributor.</summary>
    Supervisor,

    /// <summary>业务员: their own outlets.</summary>
    Rep,

    /// <summary>司机: their own vehicle.</summary>
    Driver,
}

/// <summary>Writes roles in lower case, as the API states them.</summary>
internal sealed class RoleConverter() : JsonStringEnumConverter<Role>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
