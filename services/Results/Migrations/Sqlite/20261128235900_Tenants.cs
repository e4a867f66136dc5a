using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Results.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Tenants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_results_figures",
                table: "results");

            migrationBuilder.AddColumn<string>(
                name: "Tenant",
                table: "results",
                type: "TEXT",
                nullable: false,
                defaultValue: "principal");

            migrationBuilder.AddColumn<string>(
                name: "Tenant",
                table: "payments",
                type: "TEXT",
                nullable: false,
                defaultValue: "principal");

            migrationBuilder.AddColumn<string>(
                name: "Tenant",
                table: "batches",
                type: "TEXT",
                nullable: false,
                defaultValue: "principal");

            migrationBuilder.CreateIndex(
                name: "IX_results_Tenant_Id",
                table: "results",
                columns: new[] { "Tenant", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_results_figures",
                table: "results",
                columns: new[] { "Tenant", "StoredAt", "Succeeded", "IsReceipt", "CacheHit", "ReasonCode", "Duplicate", "ProcessingSeconds", "ConfidenceAverage", "FoundFields", "ValidFields", "DocumentBytes" });

            migrationBuilder.CreateIndex(
                name: "IX_batches_Tenant_FinishedAt",
                table: "batches",
                columns: new[] { "Tenant", "FinishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_batches_Tenant_OpenedAt",
                table: "batches",
                columns: new[] { "Tenant", "OpenedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_results_Tenant_Id",
                table: "results");

            migrationBuilder.DropIndex(
                name: "IX_results_figures",
                table: "results");

            migrationBuilder.DropIndex(
                name: "IX_batches_Tenant_FinishedAt",
                table: "batches");

            migrationBuilder.DropIndex(
                name: "IX_batches_Tenant_OpenedAt",
                table: "batches");

            migrationBuilder.DropColumn(
                name: "Tenant",
                table: "results");

            migrationBuilder.DropColumn(
                name: "Tenant",
                table: "payments");

            migrationBuilder.DropColumn(
                name: "Tenant",
                table: "batches");

            migrationBuilder.CreateIndex(
                name: "IX_results_figures",
                table: "results",
                columns: new[] { "StoredAt", "Succeeded", "IsReceipt", "CacheHit", "ReasonCode", "Duplicate", "ProcessingSeconds", "ConfidenceAverage", "FoundFields", "ValidFields", "DocumentBytes" });
        }
    }
}
