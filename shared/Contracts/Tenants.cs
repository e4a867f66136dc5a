namespace Ocr.Contracts;

/// <summary>Names of tenants. A tenant owns its uploads, batches, results and claims.</summary>
public static class Tenants
{
    /// <summary>The default tenant: of all data while keys are not in use, of keys without a tenant, and of data of releases without tenants.</summary>
    public const string Default = "principal";
}
