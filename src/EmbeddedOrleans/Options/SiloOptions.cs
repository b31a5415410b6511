namespace Orleans.Configuration;

/// <summary>The silo's own name.</summary>
public sealed class SiloOptions
{
    public string SiloName { get; set; } = "Silo";
}
