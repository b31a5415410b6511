using Microsoft.AspNetCore.Identity;

namespace Territory.Dashboard.People;

/// <summary>Someone who may sign in: who they are, what they do and what they may see.</summary>
public sealed class Person : IdentityUser
{
    public const string Chinese = "zh";
    public const string English = "en";

    public string DisplayName { get; set; } = "";

    public Role Role { get; set; }

    /// <summary>The region they work in; null for an administrator or planner of all regions.</summary>
    public string? Region { get; set; }

    public string? Distributor { get; set; }

    public string? Rep { get; set; }

    public string? Vehicle { get; set; }

    /// <summary>"zh" or "en"; null until chosen.</summary>
    public string? Language { get; set; }

    public bool Disabled { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; set; }
}
