using System.Text.Json.Serialization;
using Territory.Model.Ids;

namespace Territory.Dashboard.People;

public sealed record InviteRequest(
    string Name,
    string Email,
    Role Role,
    RegionId? Region = null,
    DistributorId? Distributor = null,
    RepId? Rep = null,
    VehicleId? Vehicle = null,
    string? Language = null);

/// <summary>What to change; a member that is absent stays. A new role brings its whole scope along.</summary>
public sealed record ChangePersonRequest(
    bool? Disabled = null,
    Role? Role = null,
    RegionId? Region = null,
    DistributorId? Distributor = null,
    RepId? Rep = null,
    VehicleId? Vehicle = null,
    string? Name = null)
{
    [JsonIgnore]
    public bool ChangesScope => Role is not null || Region is not null || Distributor is not null || Rep is not null || Vehicle is not null;
}
