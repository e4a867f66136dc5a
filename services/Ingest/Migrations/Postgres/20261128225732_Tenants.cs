using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Ingest.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Tenants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_receipts_StoredName",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.AddColumn<string>(
                name: "Tenant",
                schema: "ingest",
                table: "receipts",
                type: "text",
                nullable: false,
                defaultValue: "principal");

            migrationBuilder.AddColumn<Guid>(
                name: "UploadId",
                schema: "ingest",
                table: "receipts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Tenant",
                schema: "ingest",
                table: "batches",
                type: "text",
                nullable: false,
                defaultValue: "principal");

            migrationBuilder.CreateTable(
                name: "first_responses",
                schema: "ingest",
                columns: table => new
                {
                    Tenant = table.Column<string>(type: "text", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false),
                    Fingerprint = table.Column<string>(type: "text", nullable: false),
                    Response = table.Column<string>(type: "text", nullable: true),
                    RequestId = table.Column<string>(type: "text", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_first_responses", x => new { x.Tenant, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "upload_tallies",
                schema: "ingest",
                columns: table => new
                {
                    Tenant = table.Column<string>(type: "text", nullable: false),
                    Minute = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false),
                    Files = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table => table.PrimaryKey("PK_upload_tallies", x => new { x.Tenant, x.Minute, x.Code }));

            // The table "tallies" stays for replicas of the version before; a later migration drops it.
            migrationBuilder.Sql("""INSERT INTO ingest.upload_tallies ("Tenant", "Minute", "Code", "Files", "Bytes") SELECT 'principal', "Minute", "Code", "Files", "Bytes" FROM ingest.tallies""");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_State_Tenant",
                schema: "ingest",
                table: "receipts",
                columns: new[] { "State", "Tenant" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_StoredName",
                schema: "ingest",
                table: "receipts",
                columns: new[] { "Tenant", "StoredName" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_receipts_UploadId",
                schema: "ingest",
                table: "receipts",
                column: "UploadId");

            migrationBuilder.CreateIndex(
                name: "IX_batches_Tenant_OpenedAt",
                schema: "ingest",
                table: "batches",
                columns: new[] { "Tenant", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_first_responses_At",
                schema: "ingest",
                table: "first_responses",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "first_responses",
                schema: "ingest");

            migrationBuilder.DropIndex(
                name: "IX_receipts_State_Tenant",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_Tenant_StoredName",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_UploadId",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_batches_Tenant_OpenedAt",
                schema: "ingest",
                table: "batches");

            migrationBuilder.DropColumn(
                name: "Tenant",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "UploadId",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "Tenant",
                schema: "ingest",
                table: "batches");

            migrationBuilder.DropTable(
                name: "upload_tallies",
                schema: "ingest");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_StoredName",
                schema: "ingest",
                table: "receipts",
                column: "StoredName",
                unique: true);
        }
    }
}
