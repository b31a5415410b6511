using System.Text.Json.Serialization;
using Territory.Model.Ids;

namespace Territory.Dashboard.People;

/// <summary>Whether someone can sign in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PersonState>))]
public enum PersonState
{
    [JsonStringEnumMemberName("invited")]
    Invited,

    [JsonStringEnumMemberName("active")]
    Active,

    [JsonStringEnumMemberName("disabled")]
    Disabled,
}

/// <summary>A person as the administrator sees them.</summary>
public sealed record PersonAnswer(
    string Id,
    string Name,
    string Email,
    Role Role,
    RegionId? Region,
    DistributorId? Distributor,
    RepId? Rep,
    VehicleId? Vehicle,
    PersonState State,
    bool Disabled)
{
    public static PersonAnswer Of(PersonFacts person) => new(
        person.Id,
        person.Name,
        person.Email,
        person.Role,
        person.Region,
        person.Distributor,
        person.Rep,
        person.Vehicle,
        person.Disabled ? PersonState.Disabled : person.Joined ? PersonState.Active : PersonState.Invited,
        person.Disabled);
}

/// <summary>An invitation's link, shown once.</summary>
public sealed record InvitationAnswer(PersonAnswer Person, string Link);
